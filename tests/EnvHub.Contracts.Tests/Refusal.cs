namespace EnvHub.Contracts.Tests;

/// <summary>Asserts on messages: a code, and the values that a reader needs.</summary>
internal static class Refusal
{
    public static void Expect(string code, Action action, params string[] mentions)
    {
        var fault = Assert.Throws<HubException>(action);
        Assert.That(fault!.Code, Is.EqualTo(code));
        foreach (string mention in mentions) Assert.That(fault.Message, Does.Contain(mention));
    }
}
