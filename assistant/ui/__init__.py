"""The Gradio web app: one module per tab, callbacks that only call the Assistant."""
