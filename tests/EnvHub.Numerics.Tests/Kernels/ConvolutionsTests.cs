namespace EnvHub.Numerics.Tests;

/// <summary>Convolutions beside the sums that define them, in double precision, for every width of vectors.</summary>
public sealed class ConvolutionsTests
{
    /// <summary>Image, kernel, stride, padding, filters, images: odd sizes, kernels that leave columns over, more than one block of patches, one image.</summary>
    public static IEnumerable<(ConvolutionShape Shape, int Filters, int Images)> Cases()
    {
        yield return (new(8, 8, 4, 3, 1, 1), 32, 5);
        yield return (new(7, 5, 3, 3, 2, 0), 7, 3);
        yield return (new(9, 6, 1, 2, 1, 1), 18, 2);
        yield return (new(5, 5, 16, 5, 1, 4), 3, 1);
        yield return (new(6, 7, 2, 3, 3, 2), 16, 4);
        yield return (new(4, 4, 5, 1, 1, 0), 1, 1);
        yield return (new(4, 3, 5, 4, 2, 3), 33, 1);
        yield return (new(84, 84, 4, 8, 4, 0), 32, 1);
        yield return (new(20, 20, 32, 4, 2, 0), 64, 6);
    }

    [Test]
    public void Forward_AnyShape_MatchesTheDefinition([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width, [Values] bool isPacked)
    {
        foreach (var (shape, filters, images) in Cases())
        {
            var data = new Data(shape, filters, images, isPacked);
            float[] result = data.Forward((LaneWidth)width);
            var truth = new double[result.Length];
            data.ForEach((place, patch, filter, image) => truth[place * filters + filter] += (double)image * data.Weight[patch * filters + filter]);
            for (int i = 0; i < truth.Length; i++) truth[i] += data.Bias[i % filters];
            KernelData.AssertClose(result, truth, KernelData.Tolerance(shape.PatchLength), $"{shape}, {filters} filters");
        }
    }

    [Test]
    public void AddWeightGradient_AnyShape_MatchesTheDefinition([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width, [Values] bool isPacked)
    {
        foreach (var (shape, filters, images) in Cases())
        {
            var data = new Data(shape, filters, images, isPacked);
            double[] truth = [.. data.Weight.Select(value => (double)value)];
            data.ForEach((place, patch, filter, image) => truth[patch * filters + filter] += (double)image * data.Slopes[place * filters + filter]);
            KernelData.AssertClose(data.WeightGradient((LaneWidth)width), truth, KernelData.Tolerance(images * shape.ResultPlaces), $"{shape}, {filters} filters");
        }
    }

    [Test]
    public void InputGradient_AnyShape_MatchesTheDefinition([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width, [Values] bool isPacked)
    {
        foreach (var (shape, filters, images) in Cases())
        {
            var data = new Data(shape, filters, images, isPacked);
            float[] found = data.InputGradient((LaneWidth)width);
            var truth = new double[found.Length];
            data.ForEachPlace((place, patch, filter, at) => truth[at] += (double)data.Slopes[place * filters + filter] * data.Weight[patch * filters + filter]);
            KernelData.AssertClose(found, truth, KernelData.Tolerance(shape.Kernel * shape.Kernel * filters), $"{shape}, {filters} filters");
        }
    }

    [Test]
    public void Products_AnyWidth_GiveTheSameBits([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width)
    {
        foreach (var (shape, filters, images) in Cases())
        {
            var data = new Data(shape, filters, images, isPacked: true);
            Assert.That(data.Forward((LaneWidth)width), Is.EqualTo(data.Forward(LaneWidth.Scalar)));
            Assert.That(data.WeightGradient((LaneWidth)width), Is.EqualTo(data.WeightGradient(LaneWidth.Scalar)));
            Assert.That(data.InputGradient((LaneWidth)width), Is.EqualTo(data.InputGradient(LaneWidth.Scalar)));
        }
    }

    [Test]
    public void Forward_OneImageOrMany_GivesTheSameBits()
    {
        foreach (var (shape, filters, images) in Cases().Where(item => item.Images > 1))
        {
            var data = new Data(shape, filters, images, isPacked: true);
            float[] together = data.Forward(LaneDispatch.Widest);
            for (int image = 0; image < images; image++)
                Assert.That(data.Forward(LaneDispatch.Widest, image), Is.EqualTo(together.Skip(image * shape.ResultPlaces * filters).Take(shape.ResultPlaces * filters)));
        }
    }

    private sealed class Data
    {
        private readonly ConvolutionShape _shape;
        private readonly int _filters, _images, _stride;
        private readonly float[] _scratch;

        public Data(ConvolutionShape shape, int filters, int images, bool isPacked)
        {
            (_shape, _filters, _images, _stride) = (shape, filters, images, isPacked ? shape.Channels : AlignedBuffer.Pad(shape.Channels + 1));
            Images = KernelData.Draw(images * shape.Places * _stride, 1);
            Weight = KernelData.Draw(shape.PatchLength * filters, 2);
            Bias = KernelData.Draw(filters, 3);
            Slopes = KernelData.Draw(images * shape.ResultPlaces * filters, 4);
            _scratch = new float[Convolutions.ScratchLength(shape, filters)];
        }

        public float[] Images { get; }

        public float[] Weight { get; }

        public float[] Bias { get; }

        public float[] Slopes { get; }

        public float[] Forward(LaneWidth width, int? image = null)
        {
            int count = image is null ? _images : 1;
            var result = new float[count * _shape.ResultPlaces * _filters];
            ReadOnlyMatrix images = new(Images.AsSpan((image ?? 0) * _shape.Places * _stride), count * _shape.Places, _shape.Channels, _stride);
            Convolutions.Forward(_shape, images, new(Weight, _shape.PatchLength, _filters), Bias, new(result, count * _shape.ResultPlaces, _filters), _scratch, rectify: false, width);
            return result;
        }

        public float[] WeightGradient(LaneWidth width)
        {
            float[] result = [.. Weight];
            ReadOnlyMatrix images = new(Images, _images * _shape.Places, _shape.Channels, _stride);
            Convolutions.AddWeightGradient(_shape, images, new(Slopes, _images * _shape.ResultPlaces, _filters), new(result, _shape.PatchLength, _filters), _scratch, width);
            return result;
        }

        /// <summary>Packed, whatever the images are.</summary>
        public float[] InputGradient(LaneWidth width)
        {
            var result = KernelData.Draw(Images.Length, 5);
            Convolutions.InputGradient(_shape, new(Slopes, _images * _shape.ResultPlaces, _filters), new(Weight, _shape.PatchLength, _filters),
                new(result, _images * _shape.Places, _shape.Channels, _stride), _scratch, width);
            return [.. Enumerable.Range(0, _images * _shape.Places).SelectMany(place => result.Skip(place * _stride).Take(_shape.Channels))];
        }

        /// <summary>Every product of the sums: the result's place, the number under the kernel, the filter, and the image's value there.</summary>
        public void ForEach(Action<int, int, int, float> product) =>
            ForEachPlace((place, patch, filter, at) => product(place, patch, filter, Images[at / _shape.Channels * _stride + at % _shape.Channels]));

        /// <summary>The same with the packed place of the image's value.</summary>
        public void ForEachPlace(Action<int, int, int, int> product)
        {
            for (int image = 0; image < _images; image++)
                for (int row = 0; row < _shape.ResultHeight; row++)
                    for (int column = 0; column < _shape.ResultWidth; column++)
                        for (int patch = 0; patch < _shape.PatchLength; patch++)
                        {
                            int channel = patch % _shape.Channels, under = patch / _shape.Channels;
                            int y = row * _shape.Stride - _shape.Padding + under / _shape.Kernel, x = column * _shape.Stride - _shape.Padding + under % _shape.Kernel;
                            if (y < 0 || y >= _shape.Height || x < 0 || x >= _shape.Width) continue;
                            int place = (image * _shape.ResultHeight + row) * _shape.ResultWidth + column;
                            int at = ((image * _shape.Height + y) * _shape.Width + x) * _shape.Channels + channel;
                            for (int filter = 0; filter < _filters; filter++) product(place, patch, filter, at);
                        }
        }
    }
}
