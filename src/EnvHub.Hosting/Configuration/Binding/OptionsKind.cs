namespace EnvHub.Hosting;

/// <summary>The kinds of values that options can have.</summary>
internal enum OptionsKind
{
    Unsupported,
    Flag,
    Integer,
    Real,
    Text,
    Choice,
    List,
    Map,
    Record,
    Raw,
}
