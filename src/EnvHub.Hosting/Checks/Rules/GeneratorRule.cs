namespace EnvHub.Hosting;

/// <summary>A rule that must see the generators.</summary>
internal abstract class GeneratorRule(string name, string why, string toDo) : CheckRule(name, why, toDo)
{
    public override string? Omit(CheckSubject subject)
    {
        using var environment = subject.Create(1);
        return environment is IGeneratorSource ? null : "the environment does not show its generator (IGeneratorSource)";
    }
}
