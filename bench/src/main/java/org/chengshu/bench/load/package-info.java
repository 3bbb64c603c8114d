/** The load generator: a process of its own that speaks MQTT 3.1.1 to any broker as cheaply as it can. */
package org.chengshu.bench.load;
