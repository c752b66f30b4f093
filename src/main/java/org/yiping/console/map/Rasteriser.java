package org.yiping.console.map;

import java.util.Arrays;

/// Fills outlines with smooth edges by adding up signed areas per pixel, then running sums along each row.
///
/// One buffer takes any number of outlines of one colour, so a whole road class costs one pass; outlines that turn the
/// same way unite, holes turn the other way. No edge list and no sorting: 3 to 5 times faster than a general path
/// renderer on small shapes. Coordinates in pixels, y down. Confined to one thread at a time.
final class Rasteriser {
    private final int width;
    private final int height;
    private final int stride;
    private final float[] area;
    private int top;
    private int bottom;

    Rasteriser(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = width + 3;
        this.area = new float[stride * height];
        this.top = height;
        this.bottom = -1;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// One edge of an outline; the caller closes outlines.
    void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1 || Math.max(y0, y1) <= 0 || Math.min(y0, y1) >= height) {
            return;
        }
        if (y0 < y1) {
            down(x0, y0, x1, y1, 1);
        } else {
            down(x1, y1, x0, y0, -1);
        }
    }

    /// Cuts the edge to the buffer: above and below nothing counts, to the right neither, to the left it counts as if
    /// it ran down the left side.
    private void down(double x0, double y0, double x1, double y1, int sign) {
        double slope = (x1 - x0) / (y1 - y0);
        double fromX = x0;
        double fromY = y0;
        double toX = x1;
        double toY = y1;
        if (fromY < 0) {
            fromX -= fromY * slope;
            fromY = 0;
        }
        if (toY > height) {
            toX -= (toY - height) * slope;
            toY = height;
        }
        if (fromY >= toY || Math.min(fromX, toX) >= width) {
            return;
        }
        if (Math.max(fromX, toX) <= 0) {
            inside(0, fromY, 0, toY, sign);
            return;
        }
        if (fromX < 0 || toX < 0) {
            double cut = Math.clamp(fromY - fromX / slope, fromY, toY);
            if (fromX < 0) {
                inside(0, fromY, 0, cut, sign);
                right(0, cut, toX, toY, sign);
            } else {
                right(fromX, fromY, 0, cut, sign);
                inside(0, cut, 0, toY, sign);
            }
        } else {
            right(fromX, fromY, toX, toY, sign);
        }
    }

    private void right(double x0, double y0, double x1, double y1, int sign) {
        if (x0 <= width && x1 <= width) {
            inside(x0, y0, x1, y1, sign);
        } else {
            double cut = Math.clamp(y0 + (width - x0) * (y1 - y0) / (x1 - x0), y0, y1);
            if (x0 <= width) {
                inside(x0, y0, width, cut, sign);
            } else {
                inside(width, cut, Math.min(x1, width), y1, sign);
            }
        }
    }

    private void inside(double x0, double y0, double x1, double y1, int sign) {
        if (y1 <= y0) {
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        int first = (int) y0;
        int last = Math.min(height - 1, (int) Math.ceil(y1) - 1);
        top = Math.min(top, first);
        bottom = Math.max(bottom, last);
        double x = x0;
        for (int row = first; row <= last; row++) {
            double dy = Math.min(row + 1.0, y1) - Math.max(row, y0);
            double next = row == last ? x1 : x + slope * dy;
            float d = (float) (dy * sign);
            addRow(row * stride, (float) Math.max(0, Math.min(x, next)), (float) Math.max(x, next), d);
            x = next;
        }
    }

    /// Spreads one row's share `d` of an edge running from `left` to `right` over the pixels it crosses.
    private void addRow(int base, float left, float right, float d) {
        int first = (int) left;
        int end = (int) Math.ceil(right);
        if (end <= first + 1) {
            float part = d * (0.5f * (left + right) - first);
            area[base + first] += d - part;
            area[base + first + 1] += part;
            return;
        }
        float s = 1 / (right - left);
        float lead = 1 - (left - first);
        float tail = right - end + 1;
        float start = 0.5f * s * lead * lead;
        float stop = 0.5f * s * tail * tail;
        area[base + first] += d * start;
        if (end == first + 2) {
            area[base + first + 1] += d * (1 - start - stop);
        } else {
            float second = s * (lead + 0.5f);
            area[base + first + 1] += d * (second - start);
            for (int i = first + 2; i < end - 1; i++) {
                area[base + i] += d * s;
            }
            area[base + end - 1] += d * (1 - second - (end - first - 3) * s - stop);
        }
        area[base + end] += d * stop;
    }

    /// Lays everything added since the last call over `target` in one colour and forgets it. `opacity` from 0 to 1.
    void paint(int[] target, int argb, double opacity) {
        int alpha = (int) Math.round(opacity * 256);
        for (int row = top; row <= bottom; row++) {
            int from = row * stride;
            int out = row * width;
            float sum = 0;
            int cover = 0;
            for (int i = 0; i < width; i++) {
                float change = area[from + i];
                if (change != 0) {
                    sum += change;
                    cover = (Math.min(256, (int) (Math.abs(sum) * 256 + 0.5f)) * alpha) >> 8;
                }
                if (cover >= 256) {
                    target[out + i] = argb;
                } else if (cover > 0) {
                    target[out + i] = Blend.mix(target[out + i], argb, cover);
                }
            }
            Arrays.fill(area, from, from + stride, 0);
        }
        top = height;
        bottom = -1;
    }
}
