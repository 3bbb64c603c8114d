package org.chengshu.cases.form;

import org.chengshu.kernel.Text;

/** One thing to be looked after in a stage; the stage is not left forward while a required one is open. */
public record ChecklistItem(String id, Text words, boolean required) {}
