namespace EnvHub.Envs.ToyText.Tests;

public sealed class RainyTaxiTests : EnvironmentContract
{
    private static readonly TaxiSettings Weather = new() { IsRainy = true, FicklePassenger = true, FickleProbability = 1 };

    protected override IVectorEnvironment Create(int count) => new Taxi(count, Weather);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => new Taxi(count, Weather with { MaxEpisodeSteps = limit ?? -1 });
}
