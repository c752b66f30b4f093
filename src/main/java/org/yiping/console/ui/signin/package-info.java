/// The sign-in window.
@NullMarked
package org.yiping.console.ui.signin;

import org.jspecify.annotations.NullMarked;
