namespace EnvHub.Python.Tests;

public sealed class ExtraPackagesTests
{
    [Test]
    public void Normalize_Spellings_AreOneName() =>
        Assert.That(ExtraPackages.Normalize(["PyGame", "pygame", "scikit_learn", "python3-onnx"]), Is.EqualTo(new[] { "onnx", "pygame", "scikit-learn" }));

    [TestCase("numpy==1.0"), TestCase("--index-url"), TestCase("../x"), TestCase(""), TestCase("a b"), TestCase("x-")]
    public void Normalize_WhatIsNoName_IsRefused(string name) =>
        Assert.That(() => ExtraPackages.Normalize([name]), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH4630"));

    [TestCase("pygame", "python3-pygame"), TestCase("pillow", "python3-pil"), TestCase("opencv-python", "python3-opencv")]
    public void DebianName_OfPackage_IsTheDistributions(string name, string expected) => Assert.That(ExtraPackages.DebianName(name), Is.EqualTo(expected));
}
