// A hand and an eye for T4: clicks at one place with real pointer events, and watches the pixels around it.
//
// Reads commands line by line. `find` answers `found X Y COUNT`, the middle of everything red on the screen.
// `click X Y` answers `clicking`, then clicks every few milliseconds until the red around that place has appeared and
// gone again, or blue is there, which a page that is quick enough shows without ever having been red. It answers
// `handled DRAWN GONE CLICKS`: when either was first seen and when the red was gone, in nanoseconds of the monotonic
// clock.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

enum { REACH = 24, ENOUGH = 300, LOOK_NS = 1000000, CLICK_NS = 10000000 };
static const int64_t PATIENCE_NS = 30000000000;

static int64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

struct colours {
    long red, blue, red_x, red_y;
};

// How much red and blue there is in a part of the screen, and where the red is.
static struct colours look(Display *display, int x, int y, int width, int height) {
    struct colours seen = {0};
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, width, height, AllPlanes, ZPixmap);
    if (!image) return seen;
    for (int row = 0; row < height; row++)
        for (int column = 0; column < width; column++) {
            unsigned long pixel = XGetPixel(image, column, row);
            int red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
            if (green > 90) continue;
            if (red > 150 && blue < 80) seen.red++, seen.red_x += x + column, seen.red_y += y + row;
            if (blue > 150 && red < 80) seen.blue++;
        }
    XDestroyImage(image);
    return seen;
}

static void find(Display *display) {
    XWindowAttributes screen;
    XGetWindowAttributes(display, DefaultRootWindow(display), &screen);
    struct colours seen = look(display, 0, 0, screen.width, screen.height);
    long count = seen.red ? seen.red : 1;
    printf("found %ld %ld %ld\n", seen.red_x / count, seen.red_y / count, seen.red);
}

static void click(Display *display, int x, int y) {
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    XSync(display, False);
    printf("clicking\n");
    fflush(stdout);
    int64_t drawn = 0, gone = 0, began = now_ns(), next_click = began;
    int clicks = 0;
    while (!gone && now_ns() - began < PATIENCE_NS) {
        if (now_ns() >= next_click) {
            XTestFakeButtonEvent(display, 1, True, CurrentTime);
            XTestFakeButtonEvent(display, 1, False, CurrentTime);
            XFlush(display);
            clicks++;
            next_click += CLICK_NS;
        }
        struct colours seen = look(display, x - REACH, y - REACH, 2 * REACH, 2 * REACH);
        if (!drawn && (seen.red >= ENOUGH || seen.blue >= ENOUGH)) drawn = now_ns();
        if (drawn && seen.red < ENOUGH / 2) gone = now_ns();
        nanosleep(&(struct timespec){.tv_nsec = LOOK_NS}, NULL);
    }
    printf(gone ? "handled %lld %lld %d\n" : "never %lld %lld %d\n", (long long)drawn, (long long)gone, clicks);
}

int main(void) {
    Display *display = XOpenDisplay(NULL);
    if (!display) {
        fprintf(stderr, "click: no display\n");
        return 1;
    }
    char line[64];
    int x, y;
    while (fgets(line, sizeof line, stdin)) {
        if (!strcmp(line, "find\n")) find(display);
        else if (sscanf(line, "click %d %d", &x, &y) == 2) click(display, x, y);
        else return 2;
        fflush(stdout);
    }
    return 0;
}
