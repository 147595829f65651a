namespace EnvHub.Hosting.Tests;

public enum SampleChoice
{
    FirstChoice,
    Second,
}
