package org.chengshu.core.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A node that consists of the ground floor only. */
@SpringBootApplication(scanBasePackages = "org.chengshu")
public class CoreTestApp {}
