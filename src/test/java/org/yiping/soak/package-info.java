/// Long runs that look for leaks and losses: `./yiping soak NAME`.
package org.yiping.soak;
