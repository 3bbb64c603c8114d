package org.chengshu.place;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A node with the places of a city and nothing else. */
@SpringBootApplication(scanBasePackages = "org.chengshu")
public class PlaceTestApp {}
