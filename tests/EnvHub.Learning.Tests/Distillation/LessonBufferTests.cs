namespace EnvHub.Learning.Tests;

public class LessonBufferTests
{
    [Test]
    public void Sample_MoreThanFits_DrawsTheNewestWithTheirTargets()
    {
        var buffer = Filled(capacity: 3, lessons: 5);   // lesson i: observation (i, 10i), target (100i)
        var (observations, targets) = (new float[400], new float[200]);
        buffer.Sample(new RandomGenerator(1), observations, targets);
        Assert.That(targets.Distinct().Order(), Is.EqualTo(new float[] { 200, 300, 400 }));
        for (int i = 0; i < targets.Length; i++) Assert.That((observations[2 * i], observations[2 * i + 1]), Is.EqualTo((targets[i] / 100, targets[i] / 10)));
    }

    [Test]
    public void Load_Saved_ContinuesAtTheSamePlace()
    {
        LessonBuffer saved = Filled(capacity: 3, lessons: 4), loaded = new(3, 2, 1);
        var file = new InMemoryCheckpoint();
        saved.Save(file, "lessons.");
        loaded.Load(file, "lessons.");
        Add(saved, 9);
        Add(loaded, 9);
        InMemoryCheckpoint one = new(), other = new();
        saved.Save(one, "lessons.");
        loaded.Save(other, "lessons.");
        Assert.That(one.DifferencesFrom(other), Is.Empty);
    }

    [Test]
    public void Sample_Empty_Refuses() =>
        Assert.That(() => new LessonBuffer(3, 2, 1).Sample(new RandomGenerator(1), new float[2], new float[1]), Throws.InvalidOperationException);

    private static LessonBuffer Filled(int capacity, int lessons)
    {
        var buffer = new LessonBuffer(capacity, 2, 1);
        for (int i = 0; i < lessons; i++) Add(buffer, i);
        return buffer;
    }

    private static void Add(LessonBuffer buffer, int lesson) => buffer.Add([lesson, 10 * lesson], [100 * lesson]);
}
