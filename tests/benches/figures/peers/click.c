// A hand and an eye for T4: clicks at one place with real pointer events, and watches the pixels around it.
//
// Reads commands line by line. `find` answers `found X Y COUNT`, the middle of everything red on the screen.
// `click X Y` answers `clicking`, then clicks every few milliseconds until the red around that place has appeared and
// gone again, and answers `handled DRAWN GONE CLICKS`: when the red was first seen and when it was gone, in
// nanoseconds of the monotonic clock.
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

static int is_red(unsigned long pixel) {
    int red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
    return red > 150 && green < 80 && blue < 80;
}

// How much red there is in a part of the screen; its middle, if asked for.
static int red_in(Display *display, int x, int y, int width, int height, int *at_x, int *at_y) {
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, width, height, AllPlanes, ZPixmap);
    if (!image) return 0;
    long count = 0, sum_x = 0, sum_y = 0;
    for (int row = 0; row < height; row++)
        for (int column = 0; column < width; column++)
            if (is_red(XGetPixel(image, column, row))) count++, sum_x += column, sum_y += row;
    XDestroyImage(image);
    if (count && at_x) *at_x = x + sum_x / count, *at_y = y + sum_y / count;
    return count;
}

static void find(Display *display) {
    XWindowAttributes screen;
    XGetWindowAttributes(display, DefaultRootWindow(display), &screen);
    int x = 0, y = 0;
    int count = red_in(display, 0, 0, screen.width, screen.height, &x, &y);
    printf("found %d %d %d\n", x, y, count);
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
        int red = red_in(display, x - REACH, y - REACH, 2 * REACH, 2 * REACH, NULL, NULL);
        if (!drawn && red >= ENOUGH) drawn = now_ns();
        if (drawn && red < ENOUGH / 2) gone = now_ns();
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
