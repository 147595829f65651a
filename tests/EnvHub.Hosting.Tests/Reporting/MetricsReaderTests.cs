using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class MetricsReaderTests : RunFolderFixture
{
    [Test]
    public void Read_LineCutOff_SaysWhich()
    {
        File.WriteAllText(Path.Combine(Runs, "metrics.csv"), "step,task,eval_return_mean,loss\n0,a,9,\n100,a");

        Assert.That(() => MetricsReader.Read(Runs), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3506").And.Message.Contain("line 3 has 2 of 4 fields"));
    }
}
