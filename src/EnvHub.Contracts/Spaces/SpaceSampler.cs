using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Draws from a space as Gymnasium's space does after <c>seed</c>: the same seed and the same calls give the same values.</summary>
/// <remarks>Made by <see cref="Space.CreateSampler"/>. Not safe for use by several threads.</remarks>
public sealed class SpaceSampler
{
    private readonly SpaceGenerators _generators;

    internal SpaceSampler(Space space, ulong seed) => (Space, _generators) = (space, space.Seed(seed));

    /// <summary>What is drawn from.</summary>
    public Space Space { get; }

    /// <summary>The space's own generator, Gymnasium's <c>space.np_random</c>; those of its parts follow theirs.</summary>
    public RandomGenerator Random => _generators.Own;

    /// <summary>A value, of the type <see cref="Space.ValueType"/>.</summary>
    public object Sample() => Space.DrawObject(_generators, mask: null);

    /// <summary>A value among those that a mask allows, or with given probabilities.</summary>
    /// <param name="mask">By kind of space, a mask or probabilities:
    /// <list type="bullet">
    /// <item>Discrete: <c>bool[]</c> or <c>double[]</c>, shape <c>[Count]</c>.</item>
    /// <item>MultiDiscrete: <c>bool[]</c> or <c>double[]</c>, shape <c>[FlatSize]</c>, the components' one after the other.</item>
    /// <item>MultiBinary: <c>sbyte[]</c> (0 and 1 set a component, 2 draws it) or <c>double[]</c>, shape <c>[ElementSize]</c>.</item>
    /// <item>Text: <see cref="TextMask"/>. Sequence: <see cref="SequenceMask"/>. Graph: <see cref="GraphMask"/>.</item>
    /// <item>Tuple and OneOf: <c>IReadOnlyList&lt;object?&gt;</c>, a mask per space; Dict: <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, a
    /// mask per key. Null where a space is not restricted.</item>
    /// <item>Box: none.</item>
    /// </list></param>
    /// <exception cref="HubException">EH1005 a mask has the wrong length; EH1007 probabilities are no distribution; EH1009 a number that no
    /// mask holds; EH1015 a mask of another type.</exception>
    public object Sample(object? mask) => Space.DrawObject(_generators, mask);

    /// <summary>Draws an action among those that a mask of an environment's calls possible and writes its elements.</summary>
    /// <param name="mask">Shape <c>[M]</c>, see <see cref="ActionMask"/>; empty: as <see cref="SampleElements(Span{float})"/>.</param>
    /// <param name="elements">Receives the elements, shape <c>[ElementSize]</c>.</param>
    public void SampleElements(ReadOnlySpan<bool> mask, Span<float> elements)
    {
        if (mask.IsEmpty) SampleElements(elements);
        else Space.WriteObject(Sample(ActionMask.ToDraw(Space, mask)), elements);
    }

    /// <summary>Draws a value as <see cref="Sample()"/> does and writes its elements.</summary>
    /// <param name="elements">Receives the elements, shape <c>[ElementSize]</c>.</param>
    /// <exception cref="HubException">EH1006 a wrong length; EH1012 the space is not flattenable.</exception>
    public void SampleElements(Span<float> elements) => Space.DrawElements(_generators, elements);
}
