// The licence is missing: BREACH
#include "mawari/base/log.h"
#include "mawari/model/client.h"
# include "mawari/store/store.h" // BREACH
