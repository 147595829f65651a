using System.ComponentModel;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class ShortageTests
{
    // Numbers of errno(3).
    [TestCase(28, "The disk is full")]
    [TestCase(122, "The disk is full")]
    [TestCase(24, "File descriptors are short")]
    [TestCase(23, "File descriptors are short")]
    [TestCase(12, "Memory is short")]
    [TestCase(11, "Threads are short")]
    public void Of_NumberOfTheSystem_NamesWhatIsShort(int number, string shortage)
    {
        Assert.That(Shortage.Of(new IOException("what the system says", number)), Does.StartWith(shortage));
        Assert.That(Shortage.Of(new Win32Exception(number)), Does.StartWith(shortage));
        Assert.That(Shortage.Of(new TypeInitializationException("A", new IOException("", number))), Does.StartWith(shortage), "within another");
    }

    [TestCase(2)]
    [TestCase(13)]
    [TestCase(5)]
    public void Of_AnotherNumber_IsNoShortage(int number) => Assert.That(Shortage.Of(new IOException("", number)), Is.Null);

    [Test]
    public void Of_FaultOfAnotherKind_IsNoShortage()
    {
        Assert.That(Shortage.Of(new HubException("EH1", "x")), Is.Null);
        Assert.That(Shortage.Of(new FileNotFoundException("no such library")), Is.Null, "descriptors are there");
    }

    [Test]
    public void Of_MemoryThatCannotBeHad_NamesIt() => Assert.That(Shortage.Of(new InsufficientMemoryException()), Does.StartWith("Memory is short"));
}
