# What OpenCV makes of images by area, as gymnasium.wrappers.ResizeObservation calls it.
#   python3 resize.py > opencv-resize.json
# Debian 12: packages python3-opencv (4.6.0) and python3-numpy. The images are those of SourceImage in ResizeTests.cs.
import hashlib, json, sys
import cv2
import numpy as np

SIZES = [
    # source, target: halves, whole blocks, shared pixels, one axis whole, sizes that grow, one axis grows, single pixels
    ((8, 8), (4, 4)), ((84, 84), (42, 42)), ((9, 6), (3, 2)), ((12, 20), (3, 4)), ((84, 84), (21, 28)), ((10, 10), (10, 10)),
    ((7, 5), (3, 2)), ((10, 9), (7, 8)), ((96, 96), (84, 84)), ((210, 160), (84, 84)), ((64, 48), (33, 17)), ((100, 100), (99, 99)),
    ((11, 12), (5, 6)), ((12, 11), (6, 5)), ((210, 160), (105, 80)), ((210, 160), (210, 80)), ((5, 5), (1, 1)), ((6, 4), (1, 3)),
    ((4, 4), (8, 8)), ((5, 7), (11, 9)), ((3, 3), (4, 4)), ((64, 64), (84, 84)), ((84, 84), (96, 160)), ((1, 1), (3, 3)), ((2, 3), (7, 5)),
    ((10, 4), (5, 9)), ((4, 10), (9, 5)), ((30, 20), (20, 30)), ((7, 9), (7, 12)), ((9, 7), (4, 7)), ((84, 60), (84, 84))]


def source(height, width, channels, seed):
    """A linear congruential generator, one byte of its state a pixel: the same in both languages."""
    state, pixels = seed, np.empty(height * width * channels, np.uint8)
    for i in range(len(pixels)):
        state = (state * 1664525 + 1013904223) & 0xffffffff
        pixels[i] = state >> 24
    # Some extremes and flat parts: rounding shows there.
    pixels[::5] = 255
    pixels[len(pixels) // 2:len(pixels) * 3 // 4] = pixels[0]
    shape = (height, width) if channels == 1 else (height, width, channels)
    return pixels.reshape(shape)


cases = []
for number, ((height, width), (new_height, new_width)) in enumerate(SIZES):
    for channels in (1, 2, 3, 4):
        resized = cv2.resize(source(height, width, channels, number), (new_width, new_height), interpolation=cv2.INTER_AREA)
        assert resized.dtype == np.uint8
        data = resized.tobytes()
        case = {"from": [height, width, channels], "to": [new_height, new_width], "seed": number, "sha256": hashlib.sha256(data).hexdigest()}
        if len(data) <= 64:
            case["bytes"] = list(data)
        cases.append(case)
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
