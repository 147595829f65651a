namespace EnvHub.Hosting.Tests;

public sealed class CloseMatchTests
{
    // Python 3.11: difflib.SequenceMatcher(None, first, second).ratio(). It depends on the order.
    [TestCase("tide", "diet", 0.25)]
    [TestCase("diet", "tide", 0.5)]
    [TestCase("wikimedia", "wikimania", 0.7777777777777778)]
    [TestCase("abcd", "bcde", 0.75)]
    [TestCase("", "", 1.0)]
    public void Similarity_TwoWords_EqualsDifflib(string first, string second, double expected) =>
        Assert.That(CloseMatch.Similarity(first, second), Is.EqualTo(expected));

    // Python 3.11: difflib.get_close_matches(word, candidates, 1).
    [TestCase("cartploe", "cartpole,acrobot,mountaincar", "cartpole")]
    [TestCase("multi-dqn", "dqn,multitask-dqn", "multitask-dqn")]
    [TestCase("dqm", "dqn,multitask-dqn", "dqn")]
    [TestCase("mountain", "mountaincar,mountaincarcontinuous", "mountaincar")]
    [TestCase("ab", "abcd,abce", "abce")]
    [TestCase("hidden", "hiddensize,hide", "hide")]
    [TestCase("xyz", "dqn", null)]
    public void Find_AWord_EqualsDifflib(string word, string candidates, string? expected) =>
        Assert.That(CloseMatch.Find(word, candidates.Split(',')), Is.EqualTo(expected));

    [Test]
    public void Find_OtherLetterCase_CountsAsEqual() => Assert.That(CloseMatch.Find("CARTPOLE", ["CartPole", "CARTS"]), Is.EqualTo("CartPole"));
}
