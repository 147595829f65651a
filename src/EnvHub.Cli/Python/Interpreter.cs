using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>The Python that verbs run programs in.</summary>
internal static class Interpreter
{
    /// <exception cref="HubException">EH5013 there is none with Gymnasium.</exception>
    public static PythonInterpreter Require() => PythonLocator.Find() ?? throw CliErrors.NoPython(PythonLocator.Candidates());
}
