using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

/// <summary>Registrations that nothing ever runs: what a plugin registers is tested, not what it does.</summary>
internal static class TestLearner
{
    public static LearnerRegistration Named(string name, string summary = "Cannot be made.") => new(
        name, summary, LearnerScope.SingleTask, typeof(TestLearnerOptions), (_, _) => throw new NotSupportedException("A test plugin's learner is never made."));
}
