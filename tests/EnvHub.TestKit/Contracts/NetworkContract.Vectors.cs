using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>The operations on vectors, each against plain arithmetic.</content>
public abstract partial class NetworkContract
{
    private const int Values = 37;

    private static readonly float[] X = Draw(Values, 1), Y = Draw(Values, 2), Z = Draw(Values, 3);

    /// <summary>An operation on x with y and z, and what it makes of each number.</summary>
    public static IEnumerable<TestCaseData> Operations()
    {
        yield return Operation("CopyFrom", (x, y, _) => x.CopyFrom(y), (_, y, _) => y);
        yield return Operation("Clear", (x, _, _) => x.Clear(), (_, _, _) => 0);
        yield return Operation("AddScaled", (x, y, _) => x.AddScaled(y, 0.3f), (x, y, _) => x + 0.3 * y);
        yield return Operation("AddScaledDifference", (x, y, z) => x.AddScaledDifference(y, z, -1.7f), (x, y, z) => x - 1.7 * (y - z));
        yield return Operation("Scale", (x, _, _) => x.Scale(2.5f), (x, _, _) => 2.5 * x);
        yield return Operation("Divide", (x, _, _) => x.Divide(3), (x, _, _) => x / 3);
        yield return Operation("Interpolate", (x, y, _) => x.Interpolate(y, 0.2), (x, y, _) => 0.2 * y + 0.8 * x);
        yield return Operation("Interpolate, all the way", (x, y, _) => x.Interpolate(y, 1), (_, y, _) => y);
    }

    [TestCaseSource(nameof(Operations))]
    public void Vector_Operation_DoesWhatItSays(Action<ParameterVector, ParameterVector, ParameterVector> operation, Func<double, double, double, double> expected)
    {
        var backend = CreateBackend();
        using ParameterVector x = backend.VectorOf(X), y = backend.VectorOf(Y), z = backend.VectorOf(Z);
        operation(x, y, z);
        Assert.That(x.ToArray(), Is.EqualTo(Enumerable.Range(0, Values).Select(i => expected(X[i], Y[i], Z[i]))).Within(1e-6));
        Assert.That((y.ToArray(), z.ToArray()), Is.EqualTo((Y, Z)));
    }

    [Test]
    public void Vector_DotAndNorm_AreSums()
    {
        var backend = CreateBackend();
        using ParameterVector x = backend.VectorOf(X), y = backend.VectorOf(Y);
        Assert.That(x.Dot(y), Is.EqualTo(X.Zip(Y, (a, b) => (double)a * b).Sum()).Within(1e-5));
        Assert.That(x.Norm, Is.EqualTo(Math.Sqrt(X.Sum(a => (double)a * a))).Within(1e-5));
    }

    [Test]
    public void Vector_Part_IsAViewOfTheWhole()
    {
        using var x = CreateBackend().VectorOf(X);
        using var part = x.Part(5, 3);
        part.Scale(0);
        Assert.That(x.ToArray(), Is.EqualTo(X.Select((value, i) => i is >= 5 and < 8 ? 0 : value)));
        Assert.That(() => x.Part(35, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Vector_OfAnotherLength_IsRefused()
    {
        var backend = CreateBackend();
        using ParameterVector x = backend.VectorOf(X), shorter = backend.VectorOf(1, 2);
        Assert.That(() => x.CopyFrom(shorter), Throws.InstanceOf<HubException>());
        Assert.That(() => x.Dot(shorter), Throws.InstanceOf<HubException>());
        Assert.That(() => x.Write([1]), Throws.InstanceOf<HubException>());
    }

    private static TestCaseData Operation(
        string name, Action<ParameterVector, ParameterVector, ParameterVector> operation, Func<double, double, double, double> expected) =>
        new TestCaseData(operation, expected).SetArgDisplayNames(name);
}
