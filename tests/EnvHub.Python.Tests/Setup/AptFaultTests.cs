namespace EnvHub.Python.Tests;

/// <summary>Complaints as apt 2.6 words them.</summary>
public sealed class AptFaultTests
{
    [TestCase("W: GPG error: http://mirror forky InRelease: The following signatures couldn't be verified because the public key is not available: NO_PUBKEY 1", "EH4627")]
    [TestCase("E: The repository 'http://mirror forky InRelease' is not signed.", "EH4627")]
    [TestCase("E: Failed to fetch http://mirror/x.deb  Hash Sum mismatch", "EH4628")]
    [TestCase("W: Failed to fetch http://mirror/dists/forky/InRelease  Could not resolve 'mirror'", "EH4626")]
    [TestCase("E: You don't have enough free space in /tmp/x/.", "EH4624")]
    [TestCase("E: Unable to locate package python3-gymnasium", "EH4629")]
    public void Of_Complaint_HasItsCodeAndQuotesIt(string line, string code)
    {
        var fault = AptFault.Of("forky", new(100, "", $"Reading package lists...\n{line}\n"));

        Assert.That((fault.Code, fault.Message.Contains(line, StringComparison.Ordinal)), Is.EqualTo((code, true)));
    }
}
