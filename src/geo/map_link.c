// SPDX-License-Identifier: GPL-3.0-or-later
// Positions out of what people copy from a map.
#include "mawari/geo/map_link.h"

#include <ctype.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/// What stands before the latitude, and between it and the longitude. The pin comes before the
/// middle of the map, wherever both stand in a link.
typedef struct Form {
    const char *before, *between;
} Form;

static const Form forms[] = {
    {"!3d", "!4d"},      // Google: the pin of a place
    {"mlat=", "&mlon="}, // OpenStreetMap: the marker
    {"query=", ","},     {"q=loc:", ","}, {"destination=", ","},
    {"daddr=", ","},     {"q=", ","},     {"coordinate=", ","}, // Apple
    {"ll=", ","},        {"geo:", ","},   {"@", ","},
};

/// A plain decimal number: no exponent, no "nan", whatever the locale.
static bool take_number(const char **at, double *ret)
{
    const char *s = *at;
    double sign = *s == '-' ? -1 : 1, value = 0, share = 1;
    s += *s == '-' || *s == '+';
    if (!isdigit((unsigned char)*s))
        return false;
    for (; isdigit((unsigned char)*s); s++)
        value = value * 10 + (*s - '0');
    if (*s == '.')
        for (s++; isdigit((unsigned char)*s); s++)
            value += (*s - '0') * (share /= 10);
    *at = s;
    *ret = sign * value;
    return true;
}

static bool take_text(const char **at, const char *text)
{
    size_t size = strlen(text);
    if (strncmp(*at, text, size) == 0) {
        *at += size;
        return true;
    }
    if (strcmp(text, ",") == 0 && strncmp(*at, "%2C", 3) == 0) { // as browsers write it
        *at += 3;
        return true;
    }
    return false;
}

static bool take_position(const char *at, const char *between, Position *ret)
{
    double latitude, longitude;
    if (!take_number(&at, &latitude) || !take_text(&at, between))
        return false;
    at += strspn(at, " +");
    if (!take_number(&at, &longitude) || fabs(latitude) > 90 || fabs(longitude) > 180)
        return false;
    *ret = (Position){(int32_t)lround(latitude * 1e6), (int32_t)lround(longitude * 1e6)};
    return true;
}

/// OpenStreetMap's view: #map=17/43.0621/141.3544.
static bool take_view(const char *text, Position *ret)
{
    const char *at = strstr(text, "#map=");
    if (!at)
        return false;
    at = strchr(at, '/');
    return at && take_position(at + 1, "/", ret);
}

bool map_link_read(const char *text, Position *ret)
{
    text += strspn(text, " \t");
    if (take_position(text, ",", ret) || take_position(text, " ", ret))
        return true;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (const char *at = strstr(text, forms[i].before); at;
             at = strstr(at + 1, forms[i].before))
            if (take_position(at + strlen(forms[i].before), forms[i].between, ret))
                return true;
    return take_view(text, ret);
}
