namespace EnvHub.Python;

/// <summary>How a command is meant.</summary>
[Flags]
public enum SharedModifiers
{
    /// <summary>Every copy; generators go on.</summary>
    None = 0,

    /// <summary>Only the copies whose active byte is 1; the others' rows are left as they are.</summary>
    Active = 1,

    /// <summary>A reset starts each copy's generator anew from its seed.</summary>
    Seeds = 2,
}
