// SPDX-License-Identifier: GPL-3.0-or-later
// After the door by mouse: a click ticks a row, or is the digit that it points at.
#include "after_door.h"
#include "shell.h"

static const DoorSpot *spot_at(const Door *door, int row, int column)
{
    for (size_t i = 0; i < door->spot_count; i++) {
        const DoorSpot *spot = &door->spots[i];
        if (spot->row == row && column >= spot->from && column < spot->end)
            return spot;
    }
    return NULL;
}

/// The digit of the line becomes another one, what stands behind it stays.
static void take_outcome(Screen *screen, int32_t outcome)
{
    Door *door = screen->door;
    const char text[] = {(char)('0' + outcome), door_digit_at(door->line.text) ? '\0' : ' ', '\0'};
    line_replace(&door->line, 0, door_digit_at(door->line.text), text);
    door->line.at = door->line.size;
    door->stage = DOOR_LINE;
    door->unsaved = true;
    door_understand(screen);
}

void door_wheel(Screen *screen, const Key *arrow)
{
    if (screen->door->stage == DOOR_OPEN_HERE || screen->door->stage == DOOR_LINE)
        door_key(screen, arrow);
}

void door_click(Screen *screen, int row, int column)
{
    Door *door = screen->door;
    const DoorSpot *spot = spot_at(door, row, column);
    if (spot && spot->outcome)
        take_outcome(screen, spot->value);
    if (!spot || spot->outcome)
        return;
    door->stage = DOOR_OPEN_HERE;
    door->chosen = (size_t)spot->value;
    door->here[door->chosen].ticked = !door->here[door->chosen].ticked;
    door->unsaved = true;
}
