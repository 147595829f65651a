namespace EnvHub.Python;

/// <summary>Every message about preparing Python: codes EH4620 to EH4639.</summary>
internal static class PythonErrors
{
    public static HubException NothingWorked(IEnumerable<HubException> reasons) => new("EH4620",
        $"Python: no environment with Gymnasium could be prepared. {string.Join(" ", reasons.Select(reason => reason.Message))} "
        + "Mend one of these, or install gymnasium and numpy into a Python yourself and name it in hub.json: \"python\": \"/path/to/python3\".");

    public static HubException NoPip(string reason) => new("EH4621",
        $"Python package index: pip could not fetch gymnasium and what it needs ({reason}). It takes a Python of at least 3.10 with pip and an index that answers; set PIP_INDEX_URL to name another.");

    public static HubException Unusable(string reason) => new("EH4622",
        $"prepared Python: it cannot run CartPole-v1 ({reason}). Nothing was put in place. Try another --from, or look at what that module needs.");

    public static HubException Unwritable(string folder, Exception cause) => new("EH4624",
        $"{folder}: it cannot be filled ({cause.Message}). Free some 200 MB of disk, allow writing there, or name another --folder.", cause);

    public static HubException NotOurs(string folder) => new("EH4634",
        $"{folder}: it holds what no set-up put there, and is left as it is. Name an empty folder with --folder, or one that does not exist yet.");

    public static HubException NoTool(string tool) => new("EH4625",
        $"distribution packages: {tool} is not on this machine; they take apt-get, dpkg-deb and /usr/bin/python3, as Debian has them. Use --from pip here, or install {tool}.");

    public static HubException Unreachable(string what, string reason) => new("EH4626",
        $"distribution packages: {what} did not answer ({reason}). Check the network and the mirror and proxy that apt is configured with.");

    public static HubException BadSignature(string what, string reason) => new("EH4627",
        $"distribution packages: {what} is not signed by a key that this machine trusts ({reason}). Nothing of it was used. Update the archive's keyring (Debian: debian-archive-keyring), or check the mirror.");

    public static HubException BadHash(string what, string reason) => new("EH4628",
        $"distribution packages: a file of {what} is not the one that its index names ({reason}). Nothing of it was used. Try again later; the mirror may be in the middle of an update.");

    public static HubException Refused(string what, string reason) => new("EH4629",
        $"distribution packages: apt could not use {what} ({reason}). See what 'apt-get update' says on this machine.");

    public static HubException BadName(string name) => new("EH4630",
        $"--with: '{name}' is not the name of a Python package; names have letters, digits, '.', '-' and '_', without versions or options. Write e.g. --with pygame.");

    public static HubException BadExtra(string reason) => new("EH4631",
        $"extra Python package {reason}. Nothing was put in place. Leave it out, or try another --from.");

    public static HubException NoExtra(IEnumerable<string> names) => new("EH4632",
        $"distribution packages: this machine's suites have no {string.Join(", no ", names)}. Check the spelling, leave it out of --with, or use --from pip, whose index may have it.");

    public static HubException NoVenv(string interpreter, string reason) => new("EH4633",
        $"virtual environment: {interpreter} cannot make one ({reason}). Install what it lacks (Debian: python3-venv), or use another Python by activating its environment.");

    public static HubException NoSpace(string reason) => new("EH4624",
        $"distribution packages: there is no room for them ({reason}). Free some 200 MB, or name another --folder.");
}
