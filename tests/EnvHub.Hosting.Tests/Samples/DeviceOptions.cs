using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting.Tests;

public sealed record DeviceOptions
{
    [RegularExpression("cpu|cuda", ErrorMessage = "cpu or cuda")]
    public string Device { get; init; } = "cpu";
}
