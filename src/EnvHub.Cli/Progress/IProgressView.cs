namespace EnvHub.Cli;

/// <summary>Shows how far an experiment is, until it ends.</summary>
internal interface IProgressView
{
    Task ShowAsync(ExperimentProgress progress, Task ended);
}
