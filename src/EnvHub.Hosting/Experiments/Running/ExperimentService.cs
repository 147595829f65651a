using Microsoft.Extensions.Hosting;

namespace EnvHub.Hosting;

/// <summary>Runs an experiment within a generic host, and stops the host when it has ended. The host's stop cancels it gracefully.</summary>
/// <param name="parallel">Trials at a time; at least 1.</param>
public sealed class ExperimentService(ExperimentRunner runner, int parallel, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Factory.StartNew(() => runner.Run(parallel, stoppingToken),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
