using EnvHub.Python;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Workers in the Python that the tests use.</summary>
internal static class RealWorkers
{
    private static string Fixtures => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures");

    /// <summary>Settings with that interpreter.</summary>
    public static GymnasiumSettings With(GymnasiumSettings settings)
    {
        Assert.That(RealPython.WithGymnasium.Gymnasium, Is.Not.Null);
        return settings;
    }

    /// <summary>Settings for the tests' own process. Passes the test over where that Python has no shared library.</summary>
    public static GymnasiumSettings InProcess(GymnasiumSettings settings)
    {
        if (LibPython.Of(RealPython.WithGymnasium) is not { File: not null }) Assert.Ignore("This Python has no shared library.");
        return settings with { Host = GymnasiumHost.InProcess };
    }

    /// <summary>The environment of Fixtures/faulty_envs.py.</summary>
    public static GymnasiumVector Faulty(int count, string arguments, GymnasiumSettings? settings = null) =>
        new("faulty_envs:Faulty-v0", count, With((settings ?? new()) with { Path = [Fixtures], Arguments = System.Text.Json.JsonDocument.Parse(arguments).RootElement }));
}
