// There is no such room, and the licence is missing: BREACH
