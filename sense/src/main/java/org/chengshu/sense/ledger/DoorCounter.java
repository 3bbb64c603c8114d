package org.chengshu.sense.ledger;

/** What came through a door since the platform was set up, in single values; late ones are among the stored. */
record DoorCounter(String door, long received, long stored, long duplicate, long rejected, long late, long refused) {}
