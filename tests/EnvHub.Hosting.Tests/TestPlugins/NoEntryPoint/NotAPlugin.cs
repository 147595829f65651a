namespace EnvHub.TestPlugins;

public static class NotAPlugin
{
    public static int Answer => 42;
}
