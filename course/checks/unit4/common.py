"""What the exercises of unit 4 share."""

UNIT = "4-separation"
ISS_KM = 420.0
