/** The expressions of ARM templates (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions). */
@NullMarked
package dev.gatehouse.deployment.arm;

import org.jspecify.annotations.NullMarked;
