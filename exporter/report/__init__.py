"""What is laid out: a report's definition, and facts made into sheets and pages."""
