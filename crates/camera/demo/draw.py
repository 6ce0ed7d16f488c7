#!/usr/bin/env python3
"""Draws the demo camera's street and codes it as street.h264.

Knows nothing but shapes and colours: no photograph, no recording. Needs Pillow and ffmpeg with x264.
"""

import math
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1280, 720
PICTURES = 15
SECONDS = 12
SCALE = 2  # drawn larger and made smaller: smooth edges
HORIZON = 330
ROAD = (430, 560)


def s(*values):
    return [value * SCALE for value in values]


def mix(a, b, part):
    return tuple(round(x + (y - x) * part) for x, y in zip(a, b))


def sky(picture):
    draw = ImageDraw.Draw(picture)
    for y in range(HORIZON * SCALE):
        part = y / (HORIZON * SCALE)
        draw.line([(0, y), (WIDTH * SCALE, y)], fill=mix((38, 52, 92), (240, 170, 128), part**1.4))
    draw.ellipse(s(980, 70, 1030, 120), fill=(250, 240, 215))


def house(draw, x, width, top, wall, roof, lit):
    draw.rectangle(s(x, top, x + width, HORIZON + 60), fill=wall)
    draw.polygon([*s(x - 18, top), *s(x + width / 2, top - 70), *s(x + width + 18, top)], fill=roof)
    for index, on in enumerate(lit):
        left = x + 24 + index * (width - 48) / len(lit)
        colour = (255, 214, 140) if on else mix(wall, (20, 26, 44), 0.45)
        draw.rectangle(s(left, top + 34, left + 34, top + 78), fill=colour)
        draw.line(s(left + 17, top + 34, left + 17, top + 78), fill=roof, width=2 * SCALE)
    door = x + width / 2 - 16
    draw.rectangle(s(door, HORIZON - 12, door + 32, HORIZON + 60), fill=mix(roof, (90, 40, 30), 0.5))


def ground(draw):
    draw.rectangle(s(0, HORIZON + 50, WIDTH, ROAD[0]), fill=(74, 92, 70))
    draw.rectangle(s(0, ROAD[0] - 14, WIDTH, ROAD[0]), fill=(142, 138, 136))
    draw.rectangle(s(0, *ROAD[:1], WIDTH, ROAD[1]), fill=(66, 68, 78))
    for x in range(-40, WIDTH, 150):
        draw.polygon([*s(x, 492), *s(x + 70, 492), *s(x + 62, 500), *s(x - 10, 500)], fill=(206, 200, 184))
    draw.rectangle(s(0, ROAD[1], WIDTH, ROAD[1] + 40), fill=(150, 146, 142))
    draw.rectangle(s(0, ROAD[1] + 40, WIDTH, HEIGHT), fill=(62, 82, 62))
    path = [*s(560, HEIGHT), *s(600, ROAD[1] + 40), *s(690, ROAD[1] + 40), *s(770, HEIGHT)]
    draw.polygon(path, fill=(168, 160, 150))


def lamp(draw):
    draw.rectangle(s(1090, 210, 1098, ROAD[0] - 8), fill=(44, 48, 58))
    draw.rectangle(s(1040, 206, 1098, 214), fill=(44, 48, 58))
    draw.ellipse(s(1030, 208, 1058, 222), fill=(255, 232, 170))


def glow(picture):
    light = Image.new("RGB", picture.size, (0, 0, 0))
    draw = ImageDraw.Draw(light)
    draw.ellipse(s(930, 150, 1160, 330), fill=(70, 56, 26))
    draw.polygon([*s(1030, 220), *s(1058, 220), *s(1180, 520), *s(900, 520)], fill=(46, 38, 20))
    light = light.filter(ImageFilter.GaussianBlur(34 * SCALE))
    picture.paste(ImageChops.add(picture, light))


def tree(draw, x, base, size, sway):
    draw.rectangle(s(x - size * 0.07, base - size * 0.5, x + size * 0.07, base), fill=(58, 44, 40))
    crown = [(0, -0.95, 0.42), (-0.28, -0.7, 0.36), (0.3, -0.72, 0.36), (0.02, -0.55, 0.4)]
    for index, (dx, dy, r) in enumerate(crown):
        shift = sway * (1 + index * 0.2) * size * 0.02
        cx, cy, r = x + dx * size + shift, base + dy * size, r * size
        draw.ellipse(s(cx - r, cy - r, cx + r, cy + r), fill=mix((34, 62, 50), (58, 88, 62), index / 4))


def car(draw, x):
    y = 508
    draw.polygon([*s(x, y), *s(x + 44, y - 44), *s(x + 150, y - 44), *s(x + 196, y)], fill=(186, 66, 58))
    draw.polygon([*s(x + 30, y - 6), *s(x + 56, y - 34), *s(x + 94, y - 34), *s(x + 94, y - 6)], fill=(120, 150, 176))
    draw.polygon([*s(x + 104, y - 34), *s(x + 142, y - 34), *s(x + 168, y - 6), *s(x + 104, y - 6)], fill=(120, 150, 176))
    draw.rounded_rectangle(s(x - 24, y - 4, x + 226, y + 34), radius=12 * SCALE, fill=(172, 56, 50))
    draw.ellipse(s(x + 210, y + 4, x + 228, y + 18), fill=(255, 244, 200))
    draw.rectangle(s(x - 24, y + 4, x - 14, y + 16), fill=(255, 120, 96))
    for wheel in (24, 160):
        draw.ellipse(s(x + wheel - 22, y + 14, x + wheel + 22, y + 58), fill=(30, 32, 40))
        draw.ellipse(s(x + wheel - 9, y + 27, x + wheel + 9, y + 45), fill=(128, 132, 142))


def cat(draw, x, step):
    y, dark = 612, (36, 34, 42)
    for index, leg in enumerate((0, 12, 44, 56)):
        swing = math.sin(step + index * math.pi / 2) * 7
        draw.line(s(x + leg, y + 20, x + leg + swing, y + 44), fill=dark, width=7 * SCALE)
    draw.rounded_rectangle(s(x - 6, y, x + 66, y + 28), radius=13 * SCALE, fill=dark)
    draw.ellipse(s(x - 34, y - 16, x - 2, y + 14), fill=dark)
    draw.polygon([*s(x - 32, y - 8), *s(x - 30, y - 26), *s(x - 20, y - 14)], fill=dark)
    draw.polygon([*s(x - 16, y - 14), *s(x - 6, y - 26), *s(x - 4, y - 8)], fill=dark)
    tip = math.sin(step / 2) * 8
    draw.line(s(x + 62, y + 6, x + 88, y - 18 + tip, x + 92, y - 36 + tip), fill=dark, width=7 * SCALE, joint="curve")


def still():
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
    sky(picture)
    draw = ImageDraw.Draw(picture)
    draw.rectangle(s(0, HORIZON - 18, WIDTH, HORIZON + 60), fill=(62, 72, 78))
    house(draw, 40, 240, 190, (120, 92, 92), (66, 52, 66), (True, False, True))
    house(draw, 400, 280, 170, (150, 128, 112), (84, 58, 56), (False, True, True))
    house(draw, 800, 210, 200, (104, 108, 124), (54, 60, 78), (True, True))
    ground(draw)
    lamp(draw)
    glow(picture)
    return picture


def picture(background, number):
    frame = background.copy()
    draw = ImageDraw.Draw(frame)
    time = number / PICTURES
    turn = 2 * math.pi * time / SECONDS
    tree(draw, 335, ROAD[0] - 4, 190, math.sin(3 * turn))
    tree(draw, 735, ROAD[0] - 4, 150, math.sin(3 * turn + 1))
    tree(draw, 1200, ROAD[0] - 4, 210, math.sin(2 * turn + 2))
    if 0.5 <= time <= 5.5:
        car(draw, -260 + (time - 0.5) / 5 * (WIDTH + 300))
    if 5.5 <= time <= 11.8:
        cat(draw, WIDTH + 60 - (time - 5.5) / 6.3 * (WIDTH + 200), time * 9)
    return frame.resize((WIDTH, HEIGHT), Image.LANCZOS)


def main():
    out = Path(__file__).with_name("street.h264")
    coder = subprocess.Popen(
        ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}",
         "-r", str(PICTURES), "-i", "-", "-c:v", "libx264", "-profile:v", "main", "-pix_fmt", "yuv420p",
         "-preset", "veryslow", "-crf", "30", "-bf", "0", "-x264-params",
         f"keyint={2 * PICTURES}:min-keyint={2 * PICTURES}:scenecut=0:aud=1:repeat-headers=1",
         "-bsf:v", "filter_units=remove_types=6", "-f", "h264", str(out)],
        stdin=subprocess.PIPE,
    )
    background = still()
    for number in range(PICTURES * SECONDS):
        coder.stdin.write(picture(background, number).tobytes())
    coder.stdin.close()
    return coder.wait()


if __name__ == "__main__":
    sys.exit(main())
