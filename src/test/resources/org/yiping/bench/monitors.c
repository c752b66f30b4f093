/* Loaded before a program of JavaFX on a virtual display. A display without a graphics card knows monitors (xrandr
   --setmonitor), but none of them has an output, and GTK leaves out monitors without one: here each has an output of
   its own that says it is connected. Written without the X headers, which a machine that runs the product lacks; the
   two records are those of libXrandr 1.5. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST 0x7fff0000UL
#define MOST 256
#define NAME 32

typedef struct {
    unsigned long name;
    int primary, automatic, outputs_count, x, y, width, height, width_mm, height_mm;
    unsigned long *outputs;
} Monitor;

typedef struct {
    unsigned long timestamp, crtc;
    char *name;
    int name_length;
    unsigned long width_mm, height_mm;
    unsigned short connection, subpixels;
    int crtcs_count;
    unsigned long *crtcs;
    int clones_count;
    unsigned long *clones;
    int modes_count, preferred_count;
    unsigned long *modes;
} Output;

Monitor *XRRGetMonitors(void *display, unsigned long window, int active, int *count) {
    static unsigned long outputs[MOST];
    Monitor *(*real)(void *, unsigned long, int, int *) = dlsym(RTLD_NEXT, "XRRGetMonitors");
    Monitor *monitors = real(display, window, active, count);
    for (int i = 0; monitors && i < *count && i < MOST; i++) {
        if (monitors[i].outputs_count == 0) {
            outputs[i] = FIRST + i;
            monitors[i].outputs = &outputs[i];
            monitors[i].outputs_count = 1;
        }
    }
    return monitors;
}

Output *XRRGetOutputInfo(void *display, void *resources, unsigned long output) {
    if (output >= FIRST && output < FIRST + MOST) {
        Output *made = calloc(1, sizeof(Output) + NAME); /* connection 0: connected */
        made->name = (char *)(made + 1);
        made->name_length = snprintf(made->name, NAME, "WALL%lu", output - FIRST);
        return made;
    }
    Output *(*real)(void *, void *, unsigned long) = dlsym(RTLD_NEXT, "XRRGetOutputInfo");
    return real(display, resources, output);
}

void XRRFreeOutputInfo(Output *info) {
    if (info->name == (char *)(info + 1) && info->crtcs_count == 0 && info->crtc == 0 && info->timestamp == 0) {
        free(info);
        return;
    }
    void (*real)(Output *) = dlsym(RTLD_NEXT, "XRRFreeOutputInfo");
    real(info);
}
