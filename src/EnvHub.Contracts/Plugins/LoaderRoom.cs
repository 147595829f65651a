namespace EnvHub.Contracts;

/// <summary>A folder with newer libraries of the system than the system has, and the loader that belongs to them: a process that is started by that loader
/// runs with them, and everything else in it is as usual.</summary>
/// <param name="Loader">The program to start instead of <c>dotnet</c>.</param>
/// <param name="Arguments">What comes before <c>exec</c> and the program's own arguments.</param>
public sealed record LoaderRoom(string Loader, IReadOnlyList<string> Arguments);
