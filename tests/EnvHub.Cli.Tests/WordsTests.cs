namespace EnvHub.Cli.Tests;

public sealed class WordsTests
{
    [TestCase(5.04, ExpectedResult = "5.0 s")]
    [TestCase(187, ExpectedResult = "3:07 min")]
    [TestCase(3753, ExpectedResult = "1:02:33 h")]
    [TestCase(90_000, ExpectedResult = "25:00:00 h")]
    public string Duration_Seconds_ReadsAsPeopleSayIt(double seconds) => Words.Duration(seconds);

    [TestCase(950, ExpectedResult = "950")]
    [TestCase(12_345, ExpectedResult = "12.3k")]
    [TestCase(1_254_000, ExpectedResult = "1.25M")]
    [TestCase(15_400_000, ExpectedResult = "15.4M")]
    public string Rate_PerSecond_HasThreeFigures(double value) => Words.Rate(value);
}
