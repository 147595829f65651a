namespace EnvHub.Evaluation.Tests;

public sealed class ScoreMatrixTests
{
    [Test]
    public void Indexer_RunAndTask_ReadsRowMajor() => Assert.That(new ScoreMatrix(2, 3, [0, 1, 2, 10, 11, 12])[1, 2], Is.EqualTo(12));

    [Test]
    public void Indexer_TaskBeyondTheLast_Throws() => Assert.That(() => new ScoreMatrix(2, 2, [1, 2, 3, 4])[0, 2], Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void TaskMeans_Always_AverageOverRuns() => Assert.That(new ScoreMatrix(2, 2, [1, 10, 3, 30]).TaskMeans(), Is.EqualTo(new double[] { 2, 20 }));

    [Test]
    public void Constructor_MissingScores_Throws() => Assert.That(() => new ScoreMatrix(2, 2, [1, 2, 3]), Throws.ArgumentException.With.Message.Contains("3 scores"));

    [Test]
    public void OfTask_NoRuns_Throws() => Assert.That(() => ScoreMatrix.OfTask([]), Throws.TypeOf<ArgumentOutOfRangeException>());
}
