"""What the secretary corrects: the uncertain findings go out, corrections come back and stay."""
