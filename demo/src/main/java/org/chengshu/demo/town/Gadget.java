package org.chengshu.demo.town;

import org.chengshu.kernel.Text;

/** A device of the town: what it is, where it stands, and whether it speaks MQTT or HTTP. */
public record Gadget(String code, Sort sort, Text title, String area, Point point, boolean overMqtt) {
    /** What it is, the product it belongs to, how often it reports in seconds, and who owns it. */
    public enum Sort {
        STATION("national-station", 60, "eco-bureau"),
        MICRO("micro-station", 30, "eco-bureau"),
        SITE("demo-site-probe", 8, "housing-bureau");

        private final String product;
        private final int seconds;
        private final String owner;

        Sort(String product, int seconds, String owner) {
            this.product = product;
            this.seconds = seconds;
            this.owner = owner;
        }

        public String product() {
            return product;
        }

        public int seconds() {
            return seconds;
        }

        public String owner() {
            return owner;
        }
    }
}
