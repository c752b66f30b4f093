package org.yiping.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A component that the release before did not have: what was kept by it is read as if nobody had said it. Only a
/// `@Nullable` component may be one. Taken off once the release after has been out.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Added {}
