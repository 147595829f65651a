namespace EnvHub.Python;

/// <summary>Reads what apt complains about.</summary>
internal static class AptFault
{
    private static readonly string[] Signature = ["NO_PUBKEY", "BADSIG", "not signed", "signatures were invalid", "signatures couldn't be verified", "EXPKEYSIG", "unauthenticated"];
    private static readonly string[] Hash = ["Hash Sum mismatch", "unexpected size", "hashes of the"];
    private static readonly string[] Network = ["Could not resolve", "Temporary failure", "Unable to connect", "Could not connect", "Failed to fetch", "Connection", "timed out"];
    private static readonly string[] Space = ["No space left", "don't have enough free space", "not enough free space"];

    /// <param name="what">What apt was asked to use.</param>
    public static HubException Of(string what, ProcessResult result)
    {
        if (Find(Space) is { } space) return PythonErrors.NoSpace(space);
        if (Find(Hash) is { } hash) return PythonErrors.BadHash(what, hash);
        if (Find(Signature) is { } signature) return PythonErrors.BadSignature(what, signature);
        return Find(Network) is { } network ? PythonErrors.Unreachable(what, network) : PythonErrors.Refused(what, result.LastLine);

        string? Find(string[] signs) =>
            ProcessResult.Lines(result.Error).FirstOrDefault(line => signs.Any(sign => line.Contains(sign, StringComparison.Ordinal)));
    }
}
