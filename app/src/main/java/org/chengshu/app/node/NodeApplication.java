package org.chengshu.app.node;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = "org.chengshu")
class NodeApplication {}
