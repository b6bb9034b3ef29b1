// SPDX-License-Identifier: GPL-3.0-or-later
// Positions out of what people copy from a map.
#ifndef MAWARI_GEO_MAP_LINK_H
#define MAWARI_GEO_MAP_LINK_H

#include "mawari/geo/leg.h"

/// Reads "43.0621, 141.3544", a geo: URI (RFC 5870), or a link of Google Maps, Apple Maps or
/// OpenStreetMap that holds a position: the pin where there is one, else the middle of the map.
/// False: none of these, or not on this earth.
bool map_link_read(const char *text, Position *ret);

#endif
