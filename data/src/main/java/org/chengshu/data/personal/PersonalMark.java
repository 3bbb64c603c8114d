package org.chengshu.data.personal;

import java.util.Optional;

/** What somebody said of a field. */
record PersonalMark(String dataset, String field, boolean personal, Optional<String> identity) {}
