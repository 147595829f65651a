namespace EnvHub.TestPlugins;

/// <summary>Says which version of itself is running.</summary>
public static class SharedLibrary
{
    public static string Describe() => $"SharedLibrary {typeof(SharedLibrary).Assembly.GetName().Version}";
}
